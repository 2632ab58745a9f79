/** The calendar of a plan, called from Python: the moment comes as milliseconds. */
import { calendar } from "../../templates/scripts/values/calendar.js";

export const made = (plan, domain, begins, now, at, page) => calendar(plan, domain, begins, new Date(now), at, page);
