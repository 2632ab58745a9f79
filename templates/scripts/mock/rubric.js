/** What a mix is scored by, since its questions share no walkthrough: four dimensions, five described anchors each. */

/** @type {import("./interview.js").Dimension[]} */
export const MIX_RUBRIC = [
  {
    id: "point",
    name: "To the point",
    points: 28,
    measures: "Whether an answer settles what its question is asked for.",
    anchors: [
      "The answers follow the words of the questions, and the listener’s worry stays where it was.",
      "One answer meets the worry, and nothing shows that this was meant.",
      "About half of them get there, most of the way through.",
      "Nearly every answer opens with what the listener needs to know.",
      "Every answer does, and one question was narrowed down aloud before it was answered.",
    ],
  },
  {
    id: "part",
    name: "Your own part",
    points: 24,
    measures: "What could be written down as thought, said, decided or refused by you.",
    anchors: [
      "It was the team, all the way through.",
      "You were there. What you decided has to be guessed.",
      "Your decisions come out once a follow-up asks for them.",
      "What you thought, said and refused carries each answer.",
      "It does, with the doubt you had at the time, and others get credit by name.",
    ],
  },
  {
    id: "evidence",
    name: "Evidence",
    points: 24,
    measures: "Whether a stranger could check it.",
    anchors: [
      "Opinions and principles, and no event.",
      "Events without a date, a figure or a sentence that anybody said.",
      "One real event for each question, with figures when asked.",
      "Figures with their starting point, a quotation, and what it cost.",
      "All that, and the part that went badly is in it before anyone asks.",
    ],
  },
  {
    id: "pace",
    name: "Shape and pace",
    points: 24,
    measures: "Length, order, and what a follow-up does to both.",
    anchors: [
      "The first answer took the time of two.",
      "Half of each answer was background.",
      "The order holds until a follow-up comes.",
      "Two to three minutes each, ended on purpose, and follow-ups answered straight.",
      "The same, and the length changed with the question.",
    ],
  },
];
