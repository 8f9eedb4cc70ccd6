import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The texts of the list of drafts, and of beginning one. */
export const scorecardDraftsTranslationRef = createTranslationRef({
  id: 'scorecards-drafts',
  messages: {
    title: 'Drafts',
    subject: 'drafts',
    caption:
      'Scorecards that are being written. Nobody is judged by a draft until it is published.',
    new: 'New scorecard',
    emptyTitle: 'No draft yet',
    emptyText:
      'Drafts that you may edit appear here: new scorecards, and next versions of those that are written in the portal.',
    emptyStep:
      'Begin a new scorecard, or open a scorecard and edit it or copy it as a draft.',
    notAllowed: 'You may read scorecards, and not write any.',
    column: {
      scorecard: 'Scorecard',
      state: 'State',
      problems: 'Problems',
      changes: 'Changes',
      kept: 'Saved last',
    },
    isNew: 'new',
    basedOn: 'of version {{version}}',
    outdated: 'another version was published since',
    noProblems: 'none',
    by: '{{when}} by {{who}}',
    retire: {
      title: 'Retire {{title}}',
      text: 'It asks for nothing any more, and nobody is judged by it. Its versions and results stay in the history.',
      submit: 'Retire',
      note: 'Why',
      noteMissing: 'Say why, for those who are judged by it',
    },
    form: {
      title: 'New scorecard',
      titleCopy: 'Copy {{title}} as a draft',
      text: 'It begins as a draft that nobody is judged by.',
      submit: 'Begin the draft',
      name: 'Name',
      nameHint:
        'As the catalog names entities: small letters, digits and hyphens. It stays.',
      nameMissing: 'Give it a name',
      nameWrong:
        'Small letters and digits, with hyphens between them, at most 63 characters',
      document: 'Begin with a document (YAML)',
      documentHint:
        'Paste a document of kind Scorecard. Empty: begin with nothing.',
      documentWrong: 'This is no document of kind Scorecard: {{message}}',
      documentKind: 'its kind is not Scorecard',
      opening: 'The draft is being opened…',
      failedTitle: 'The draft could not be begun',
    },
  },
});
