import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The texts of what a repository says of ownership: CODEOWNERS and activity. */
export const ownershipRepositoryTranslationRef = createTranslationRef({
  id: 'ownership.repository',
  messages: {
    notSetUp: 'not set up',
    codeowners: {
      title: 'CODEOWNERS and the catalog',
      notSetUp:
        'Whom the repository names as owners appears here once a collector of its host reads its CODEOWNERS file.',
      agrees: 'agrees',
      agreesText: 'The file names the owner of the catalog and nobody else.',
      partly: 'agrees in part',
      partlyText: 'The file names the owner of the catalog and others.',
      differs: 'differs',
      differsText: 'The file does not name the owner of the catalog.',
      notResolved: 'not compared',
      notResolvedText:
        'The file names owners that no group of the catalog is known to be.',
      noFile: 'no file',
      noFileText: 'The repository has no CODEOWNERS file.',
      unknown: 'not known',
      unknownText: 'The file was not read yet.',
      noGroup: 'no group of the catalog',
      sameOwner: 'owner in the catalog',
      rules: 'Rules that decide about this folder',
      line: 'Line',
      pattern: 'Pattern',
      owners: 'Owners',
      where: 'In {{path}}, for the folder {{folder}}, read',
    },
    suggestions: {
      title: 'Teams that work on it',
      notSetUp:
        'Teams that work on the repository appear here once a collector of its host reads its activity.',
      none: 'No team is known to work on it.',
      activity_one:
        '{{count, number}} commit, {{share}} of all, by {{people}} people',
      activity_other:
        '{{count, number}} commits, {{share}} of all, by {{people}} people',
      window: 'Counted over {{range}}.',
      unassigned:
        '{{share}} of the commits are by people whose team is not known.',
    },
  },
});
