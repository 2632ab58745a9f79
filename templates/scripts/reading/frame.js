// All that the theme's script does on a page that asks nothing more of it; `generator/site/theme_script.py` says which does. It comes first, and takes nothing of the other bundles.
import { dressTables, followScreen } from "./frame-screen.js";
import { followToggles } from "./frame-toggles.js";

document.documentElement.classList.replace("no-js", "js");
dressTables();
followToggles();
followScreen();
