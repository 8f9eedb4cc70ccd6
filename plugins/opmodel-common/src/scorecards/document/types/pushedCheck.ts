import type { CheckType } from '../CheckType';

/** A tool outside told that it passed. */
export const pushedCheck: CheckType = {
  id: 'pushed',
  title: 'A tool told that it passed',
  description:
    'A fact that a pipeline or tool pushes, and that is true where it passed',
  parameters: {
    fact: {
      kind: 'fact',
      isRequired: true,
      description: 'Full name of the fact, such as pipeline.licencesChecked',
    },
  },
  expand: ({ fact }) => ({
    name: `${fact} passed`,
    expression: String(fact),
    failureMessage: `${fact} was told not to have passed`,
    solution: `Look at what told ${fact}, mend what it found, and let it run again.`,
  }),
};
