// What a reading page needs, and nothing a page could not do without; what only goes along comes when all else is there.
import { script } from "../keep/data.js";
import { tellKeeping } from "../keep/notice.js";
import { followDrawer } from "./drawer.js";
import { tryExamples } from "./examples.js";
import { openNamedPart } from "./fragment.js";
import { defineGoOn } from "./go-on.js";
import { tellWhere } from "./here.js";
import { tellMissing } from "./missing.js";
import { foldWhereNarrow } from "./narrow.js";
import { alignNotes } from "./notes.js";
import { loadWhatIsOpened } from "./opened.js";
import { openForPrint } from "./print.js";
import { defineSearch } from "./search.js";

foldWhereNarrow();
defineGoOn();
tellMissing();
alignNotes();
tryExamples();
openForPrint();
openNamedPart();
loadWhatIsOpened();
tellWhere();
defineSearch();
followDrawer();
tellKeeping();
addEventListener("load", () => void script("assets/along.js").catch(() => {}));
