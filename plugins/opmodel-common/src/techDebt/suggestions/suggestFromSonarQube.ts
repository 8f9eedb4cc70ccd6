import type { DebtSeverity } from '../debtItem';
import type { FoundSuggestion } from './debtSuggestion';
import { asMarkdownText, asOneLine } from './outsideText';
import {
  type SonarMeasures,
  type SonarRating,
  sonarRatings,
} from './readSonarMeasures';
import { linked, measured, quoted } from './suggestionEvidence';
import { suggestionFingerprint } from './suggestionFingerprint';

/** How measures become a suggestion. */
export interface SonarOptions {
  /** What the project is, a full entity ref. */
  entityRef: string;
  /** Where SonarQube is, such as `https://sonar.example.com`; null: not told. */
  baseUrl: string | null;
  /** The best rating that is debt; C where nothing is configured, more than a tenth of what the code cost. */
  fromRating?: SonarRating;
  /** Minutes in a working day; 480 where nothing is configured, as in SonarQube. */
  minutesPerDay?: number;
}

/** What stands as `project` among the evidence of what a project owes. */
export function sonarProjectOf({
  projectKey,
}: Pick<SonarMeasures, 'projectKey'>): string {
  return asOneLine(projectKey, 500);
}

const severityOfRating: Readonly<Record<SonarRating, DebtSeverity>> = {
  A: 'low',
  B: 'low',
  C: 'low',
  D: 'medium',
  E: 'high',
};

/**
 * Debt out of the measures of a project whose maintainability rating is as bad as a bound or worse. The rating goes by the debt ratio: A up to
 * 5 %, B 10, C 20, D 50 (`sonar.technicalDebt.ratingGrid`). Without a rating nothing is suggested: it is not known whether the debt is large
 * for the project. It is the whole project that is suggested, once, with its effort as the principal.
 */
export function suggestFromSonarQube(
  measures: SonarMeasures,
  { entityRef, baseUrl, fromRating = 'C', minutesPerDay = 480 }: SonarOptions,
): FoundSuggestion[] {
  const { projectKey, debtMinutes, debtRatio, rating } = measures;
  if (
    rating === null ||
    sonarRatings.indexOf(rating) < sonarRatings.indexOf(fromRating)
  ) {
    return [];
  }
  const name = asOneLine(measures.name, 120);
  const page = (path: string) =>
    baseUrl === null
      ? null
      : `${baseUrl.replace(/\/$/, '')}/${path}id=${encodeURIComponent(
          projectKey.replace(/\p{Surrogate}/gu, '\uFFFD'),
        )}`;
  return [
    {
      source: 'sonarqube',
      fingerprint: suggestionFingerprint('sonarqube', entityRef, [projectKey]),
      entityRef,
      title: `Maintainability ${rating}: ${name}`,
      description: [
        `SonarQube rates the maintainability of ${asMarkdownText(
          measures.name,
          120,
        )} ${rating}.`,
        ...(debtMinutes === null
          ? []
          : [`To mend all issues takes ${debtMinutes} minutes.`]),
        ...(debtRatio === null
          ? []
          : [
              `That is ${Number(
                (debtRatio * 100).toPrecision(3),
              )} % of what it takes to write the code anew.`,
            ]),
      ].join(' '),
      category: 'code',
      severity: severityOfRating[rating],
      since: null,
      principalDays:
        debtMinutes === null || debtMinutes === 0
          ? null
          : debtMinutes / minutesPerDay,
      evidence: [
        ...quoted('project', sonarProjectOf(measures)),
        ...quoted('rating', rating),
        ...measured('remediationEffort', debtMinutes, 'minutes'),
        ...measured('debtRatio', debtRatio, 'share'),
        ...linked('project', page('dashboard?')),
        ...linked('issues', page('project/issues?resolved=false&')),
      ],
      links: [],
    },
  ];
}
