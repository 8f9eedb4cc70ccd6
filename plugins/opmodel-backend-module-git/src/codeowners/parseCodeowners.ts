import {
  type CodeownersRuleRead,
  concealCodeowner,
} from '@opmodel/backstage-plugin-opmodel-node';
import type { CodeownersFile, CodeownersSyntax } from './CodeownersFile';

/** A line that opens a section: `[Name]`, `^[Name]` where approval is optional, `[Name][2]`, each with owners that are its default. */
const sectionLine = /^\^?\[([^\]]+)\](?:\[\d+\])?(?:\s+(.*))?$/;

/** Owners of one rule, and characters of a pattern; what is longer is no rule that a person wrote. */
const mostOwners = 100;
const longestPattern = 1_000;

/**
 * Reads a CODEOWNERS file by the rules of the host that it is on. Lines that the host passes over are passed over.
 *
 * Sources: the documentation of GitHub ("About code owners") and of GitLab ("Code Owners syntax and error handling").
 */
export function parseCodeowners(
  text: string,
  syntax: CodeownersSyntax,
): CodeownersFile {
  const sections = new Map<string, CodeownersRuleRead[]>();
  let name = '';
  let defaults: string[] = [];
  for (const [index, written] of text.split(/\r\n|\r|\n/).entries()) {
    const line = written.trim();
    const section = syntax === 'gitlab' ? sectionLine.exec(line) : null;
    if (section) {
      // Sections of one name are one, whatever the case in which it is written.
      name = section[1].trim().toLowerCase();
      defaults = splitLine(section[2] ?? '').filter(isOwner);
    } else if (line !== '' && !line.startsWith('#')) {
      const rule = readRule(line, { line: index + 1, defaults, syntax });
      if (rule) {
        sections.set(name, [...(sections.get(name) ?? []), rule]);
      }
    }
  }
  return { syntax, sections: [...sections.values()] };
}

/**
 * By whose rules a file is written: those of its host; on a host without rules of its own, by what the file looks like.
 *
 * @param host - type of the integration, see `Repository`
 */
export function syntaxOf(
  host: string,
  path: string,
  text: string,
): CodeownersSyntax {
  if (host === 'github' || host === 'gitlab') {
    return host;
  }
  const hasSections = text
    .split('\n')
    .some(line => sectionLine.test(line.trim()));
  return path.startsWith('.gitlab/') || hasSections ? 'gitlab' : 'github';
}

function readRule(
  text: string,
  context: { line: number; defaults: string[]; syntax: CodeownersSyntax },
): CodeownersRuleRead | undefined {
  const { line, defaults, syntax } = context;
  const [pattern, ...words] = splitLine(text);
  if (pattern === undefined || pattern.length > longestPattern) {
    return undefined;
  }
  if (pattern.startsWith('!')) {
    // GitHub knows no negation and passes the line over; on GitLab the section has no owners for it.
    return syntax === 'gitlab'
      ? { pattern: pattern.slice(1), line, owners: [] }
      : undefined;
  }
  const written = words.filter(isOwner).slice(0, mostOwners);
  const owners = written.length > 0 ? written : defaults;
  return { pattern, line, owners: [...new Set(owners.map(concealCodeowner))] };
}

/** Words of a line up to a comment; a backslash makes the next character one like any other. */
function splitLine(line: string): string[] {
  const words: string[] = [];
  let word = '';
  let isEscaped = false;
  for (const character of line) {
    if (isEscaped) {
      word += character;
      isEscaped = false;
    } else if (character === '\\') {
      isEscaped = true;
    } else if (/\s/.test(character)) {
      words.push(word);
      word = '';
    } else if (character === '#' && word === '') {
      break;
    } else {
      word += character;
    }
  }
  words.push(word);
  return words.filter(part => part !== '');
}

/** `@person`, `@org/team`, `@@role`, or an e-mail address. */
function isOwner(word: string): boolean {
  return /^@{1,2}[^\s@]+$/.test(word) || /^[^\s@]+@[^\s@]+$/.test(word);
}
