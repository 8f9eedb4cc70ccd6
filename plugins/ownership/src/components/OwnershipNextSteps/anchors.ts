/** Where the parts of the tab are, for the links of "what to do next". */
export const anchors = {
  ladder: 'ownership-ladder',
  review: 'ownership-review',
  team: 'ownership-team',
  members: 'ownership-members',
} as const;
