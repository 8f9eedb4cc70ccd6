/** Where the parts of the tab are, for the links of "what to do next". */
export const anchors = {
  objectives: 'slo-objectives',
  policies: 'slo-policies',
  dependencies: 'slo-dependencies',
  proposals: 'slo-proposals',
} as const;
