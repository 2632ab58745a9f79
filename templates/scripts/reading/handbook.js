// What a reading page needs, and nothing a page could not do without.
import { tryExamples } from "./examples.js";
import { defineFilter } from "./filter.js";
import { openNamedPart } from "./fragment.js";
import { tellWhere } from "./here.js";
import { defineInterviewDate } from "./interview-date.js";
import { tellMissing } from "./missing.js";
import { alignNotes } from "./notes.js";
import { openForPrint } from "./print.js";
import { offerRecall } from "./recall.js";
import { tellScheme } from "./scheme.js";
import { defineSearch } from "./search.js";

defineFilter();
defineInterviewDate();
tellMissing();
alignNotes();
tryExamples();
openForPrint();
openNamedPart();
offerRecall();
tellScheme();
tellWhere();
defineSearch();
