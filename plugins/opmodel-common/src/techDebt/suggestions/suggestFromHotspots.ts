import type { FoundSuggestion, SuggestionBatch } from './debtSuggestion';
import { asMarkdownCode, asOneLine } from './outsideText';
import { linked, measured, quoted } from './suggestionEvidence';
import { suggestionFingerprint } from './suggestionFingerprint';

/** What the history of a repository says of one file over a window. */
export interface FileActivity {
  path: string;
  /** Commits that touched it. */
  commits: number;
  /** Lines added and deleted by them. */
  linesAdded: number;
  linesDeleted: number;
  /** Where the file can be read; null: nowhere. */
  url: string | null;
}

/** What makes a file a hotspot. */
export interface HotspotRule {
  /** Commits in the window below which a file is none, whatever their size. */
  leastCommits: number;
  /** Share of the files of the repository that have no higher score, 0 to 1. */
  percentile: number;
  /** How many are told of an entity at most. */
  most: number;
}

/** CodeScene finds that hotspots are 2 to 4 % of the code. */
export const ordinaryHotspotRule: HotspotRule = {
  leastCommits: 10,
  percentile: 0.98,
  most: 10,
};

/** Files that change with every change and that nobody reads. */
const notWritten =
  /(^|\/)(package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lock|composer\.lock|Gemfile\.lock|Cargo\.lock|poetry\.lock|uv\.lock|Pipfile\.lock|go\.sum|CHANGELOG\.md)$|(^|\/)(node_modules|vendor|dist|__snapshots__|third_party)\/|\.(min\.js|min\.css|snap|map|svg|generated\.ts|pb\.go)$/i;

/**
 * How much of the work of a repository goes into a file: commits × lines changed by them.
 *
 * Where a file changes often and a lot, what is hard to change in it is paid for most often. Change frequency × size is the hotspot of
 * Tornhill, "Your Code as a Crime Scene", 2015, and of CodeScene; the size of change stands for the size of the file, since a history tells
 * it without the files being read (relative code churn: Nagappan and Ball, "Use of Relative Code Churn Measures to Predict System Defect
 * Density", ICSE 2005).
 */
export function hotspotScore({
  commits,
  linesAdded,
  linesDeleted,
}: Pick<FileActivity, 'commits' | 'linesAdded' | 'linesDeleted'>): number {
  return commits * (linesAdded + linesDeleted);
}

/**
 * Debt out of the history of a repository: the files with the highest scores among all that changed in the window. Lock files, generated
 * and vendored ones count as no files. Few files that change evenly have no hotspot: a score must lie above that of another file.
 *
 * @param files - of the repository, each path once
 * @param windowDays - how long the window is
 * @returns the highest score first
 */
export function suggestFromHotspots(
  { entityRef, files }: { entityRef: string; files: readonly FileActivity[] },
  windowDays: number,
  rule: HotspotRule = ordinaryHotspotRule,
): SuggestionBatch {
  const written = files
    .filter(({ path, commits }) => commits > 0 && !notWritten.test(path))
    .map(file => ({ file, score: hotspotScore(file) }))
    .sort((a, b) => b.score - a.score || comparePaths(a.file, b.file));
  const total = written.reduce((sum, { score }) => sum + score, 0);
  const lowest = written.at(-1)?.score ?? 0;
  const rank = Math.ceil(rule.percentile * written.length);
  const bound = written.at(Math.max(0, written.length - rank))?.score ?? 0;
  const hot = written.filter(
    ({ file, score }) =>
      score > lowest && score >= bound && file.commits >= rule.leastCommits,
  );
  return {
    suggestions: hot
      .slice(0, rule.most)
      .map(({ file, score }) =>
        asSuggestion(entityRef, file, windowDays, score / total),
      ),
    leftOut: hot
      .slice(rule.most)
      .map(({ file }) => fingerprintOf(entityRef, file)),
  };
}

function comparePaths(one: FileActivity, other: FileActivity): number {
  return one.path < other.path ? -1 : 1;
}

function fingerprintOf(entityRef: string, { path }: FileActivity): string {
  return suggestionFingerprint('hotspot', entityRef, [path]);
}

function asSuggestion(
  entityRef: string,
  file: FileActivity,
  windowDays: number,
  share: number,
): FoundSuggestion {
  const { path, commits } = file;
  const lines = file.linesAdded + file.linesDeleted;
  return {
    source: 'hotspot',
    fingerprint: fingerprintOf(entityRef, file),
    entityRef,
    title: `Hotspot: ${asOneLine(path, 150)}`,
    description: `${asMarkdownCode(
      path,
      500,
    )} was changed by ${commits} commits in ${windowDays} days, ${lines} lines in all. What is hard to change in it is paid for with each of them.`,
    category: 'code',
    severity: null,
    since: null,
    principalDays: null,
    evidence: [
      ...quoted('path', path),
      ...measured('commits', commits, 'commits'),
      ...measured('linesChanged', lines, 'lines'),
      ...measured('score', hotspotScore(file), 'score'),
      ...measured('shareOfScores', share, 'share'),
      ...measured('window', windowDays, 'days'),
      ...linked('file', file.url),
    ],
    links: [],
  };
}
