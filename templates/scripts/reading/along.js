// What goes along with reading and may come last: marks, the place, and the worker for when there is no network.
import { defineKeptHere } from "../keep/journey.js";
import { forget } from "../keep/worker.js";
import { store } from "../keep/site.js";
import { offerMarks } from "./again.js";
import { offerCopy } from "./copy-page.js";
import { keepWhere } from "./place.js";
import { tellScheme } from "./scheme.js";
import { tellUnkept } from "./unkept.js";
import { followUpdates } from "./update.js";

offerMarks();
offerCopy();
tellScheme();
keepWhere();
defineKeptHere();
tellUnkept();
followUpdates();
store().addEventListener("erase", () => void forget());
