/** What a mix is scored by, since its questions share no walkthrough: four dimensions, five described anchors each. */
import { t } from "../values/language.js";

/** @type {import("./interview.js").Dimension[]} */
export const MIX_RUBRIC = [
  {
    id: "point",
    name: t("To the point"),
    points: 28,
    measures: t("Whether an answer settles what its question is asked for."),
    anchors: [
      t("The answers follow the words of the questions, and the listener’s worry stays where it was."),
      t("One answer meets the worry, and nothing shows that this was meant."),
      t("About half of them get there, most of the way through."),
      t("Nearly every answer opens with what the listener needs to know."),
      t("Every answer does, and one question was narrowed down aloud before it was answered."),
    ],
  },
  {
    id: "part",
    name: t("Your own part"),
    points: 24,
    measures: t("What could be written down as thought, said, decided or refused by you."),
    anchors: [
      t("It was the team, all the way through."),
      t("You were there. What you decided has to be guessed."),
      t("Your decisions come out once a follow-up asks for them."),
      t("What you thought, said and refused carries each answer."),
      t("It does, with the doubt you had at the time, and others get credit by name."),
    ],
  },
  {
    id: "evidence",
    name: t("Evidence"),
    points: 24,
    measures: t("Whether a stranger could check it."),
    anchors: [
      t("Opinions and principles, and no event."),
      t("Events without a date, a figure or a sentence that anybody said."),
      t("One real event for each question, with figures when asked."),
      t("Figures with their starting point, a quotation, and what it cost."),
      t("All that, and the part that went badly is in it before anyone asks."),
    ],
  },
  {
    id: "pace",
    name: t("Shape and pace"),
    points: 24,
    measures: t("Length, order, and what a follow-up does to both."),
    anchors: [
      t("The first answer took the time of two."),
      t("Half of each answer was background."),
      t("The order holds until a follow-up comes."),
      t("Two to three minutes each, ended on purpose, and follow-ups answered straight."),
      t("The same, and the length changed with the question."),
    ],
  },
];
