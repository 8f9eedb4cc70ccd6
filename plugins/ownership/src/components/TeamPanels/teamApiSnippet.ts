/** A Team API document to begin with; the group names it by the annotation `opmodel.io/team-api: ./team-api.yaml`. */
export function teamApiSnippet(teamName: string = 'My team'): string {
  return [
    '# team-api.yaml',
    'info:',
    `  name: ${JSON.stringify(teamName)}`,
    '  focus: What the team is for',
    '  type: stream-aligned',
    'channels:',
    '  - { type: chat, name: "#my-team" }',
    'interactions:',
    '  - team: group:default/another-team',
    '    mode: collaboration',
    '    purpose: Why you work together',
    '    expectedEnd: 2030-12-31',
  ].join('\n');
}
