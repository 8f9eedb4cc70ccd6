import type { CheckType } from '../CheckType';

/** Somebody vouched for it, and that still holds. */
export const attestationCheck: CheckType = {
  id: 'attestation',
  title: 'Somebody vouched for it',
  description:
    'Somebody said that it is so, with evidence, not longer ago than the attestation holds',
  parameters: {
    name: {
      kind: 'name',
      isRequired: true,
      description:
        'Name of the attestation in `opmodel.scorecards.attestations`',
    },
  },
  expand: ({ name }) => ({
    name: `Attested: ${name}`,
    expression: `attested.${name}`,
    failureMessage:
      'Nobody vouches for {{ entity.name }} any more, or somebody said that it is not so',
    solution: 'Do it, then attest to it here, with a link to the evidence.',
  }),
};
