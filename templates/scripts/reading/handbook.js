// What a reading page needs, and nothing a page could not do without.
import { defineFilter } from "./filter.js";
import { defineInterviewDate } from "./interview-date.js";
import { alignNotes } from "./notes.js";
import { openForPrint } from "./print.js";
import { tellScheme } from "./scheme.js";
import { defineSearch } from "./search.js";

defineFilter();
defineInterviewDate();
alignNotes();
openForPrint();
tellScheme();
defineSearch();
