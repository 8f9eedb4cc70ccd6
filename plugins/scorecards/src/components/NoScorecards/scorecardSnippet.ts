/** A first scorecard as a document for the catalog. */
export const scorecardSnippet = `apiVersion: opmodel.io/v1alpha1
kind: Scorecard
metadata:
  name: basics
  title: Basics
spec:
  owner: group:default/my-team
  levels:
    - { name: Bronze, rank: 1 }
  checks:
    - id: has-description
      name: Says what it is
      level: Bronze
      expression: catalog.hasDescription
      solution: Write a sentence into metadata.description.
`;
