/** How a language writes comments and strings, as far as that is told apart without parsing it. */
export interface CommentSyntax {
  /** What begins a comment that lasts to the end of the line. */
  line: readonly string[];
  /** What begins and ends a comment of any number of lines. */
  block: readonly (readonly [begin: string, end: string])[];
  /** What begins and ends a string that does not pass the end of the line unless it is escaped there. */
  quotes: readonly string[];
  /** What begins and ends a string of any number of lines; looked for before `quotes`. */
  longQuotes: readonly string[];
  /** Whether what begins a line comment does so at the start of a word alone, so that `$#` and `a#b` do not. */
  isLineSpaced: boolean;
}

const plain = {
  line: [],
  block: [],
  quotes: [],
  longQuotes: [],
  isLineSpaced: false,
} as const;
const curly: CommentSyntax = {
  ...plain,
  line: ['//'],
  block: [['/*', '*/']],
  quotes: ['"', "'"],
};
const script: CommentSyntax = { ...curly, longQuotes: ['`'] };
/** A single quote is a lifetime or the mark of a number there as well, so it opens no string. */
const curlyWithoutSingleQuotes: CommentSyntax = { ...curly, quotes: ['"'] };
const hash: CommentSyntax = { ...plain, line: ['#'], quotes: ['"', "'"] };
const spacedHash: CommentSyntax = { ...hash, isLineSpaced: true };
const markup: CommentSyntax = { ...plain, block: [['<!--', '-->']] };
const dashes: CommentSyntax = {
  ...plain,
  line: ['--'],
  block: [['/*', '*/']],
  quotes: ["'", '"'],
};

const languages: readonly [syntax: CommentSyntax, endings: string][] = [
  [script, 'js jsx mjs cjs ts tsx mts cts go'],
  [{ ...script, block: [...curly.block, ['<!--', '-->']] }, 'vue svelte'],
  [curly, 'java scala c h cc cpp cxx hpp hh cs groovy gradle dart m mm'],
  [curly, 'scss less sol proto thrift jsonc'],
  [curlyWithoutSingleQuotes, 'rs swift zig'],
  [{ ...curly, longQuotes: ['"""'] }, 'kt kts'],
  [{ ...curly, line: ['//', '#'] }, 'php'],
  [{ ...plain, block: [['/*', '*/']], quotes: ['"', "'"] }, 'css'],
  [{ ...hash, longQuotes: ['"""', "'''"] }, 'py pyi'],
  [hash, 'rb rake gemspec r ex exs jl nim'],
  [spacedHash, 'sh bash zsh yaml yml toml pl pm mk cmake'],
  [spacedHash, 'dockerfile makefile'],
  [{ ...curly, line: ['//', '#'], quotes: ['"'] }, 'tf hcl'],
  [{ ...plain, line: ['#'], block: [['<#', '#>']] }, 'ps1 psm1'],
  [dashes, 'sql'],
  [{ ...plain, line: ['--'], block: [['--[[', ']]']] }, 'lua'],
  [{ ...plain, line: ['--'], block: [['{-', '-}']] }, 'hs elm'],
  [markup, 'html htm xml xhtml svg md markdown'],
  [{ ...plain, line: [';'], quotes: ['"'] }, 'clj cljs cljc el lisp'],
  [{ ...plain, line: ['%'] }, 'erl hrl tex'],
];

const syntaxOfEnding = new Map(
  languages.flatMap(([syntax, endings]) =>
    endings.split(' ').map(ending => [ending, syntax] as const),
  ),
);

/** How comments are written in a file, by how its name ends, or by its name where that has no dot: `Dockerfile`. Undefined: not known. */
export function commentSyntaxOf(path: string): CommentSyntax | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  return syntaxOfEnding.get(name.slice(name.lastIndexOf('.') + 1));
}
