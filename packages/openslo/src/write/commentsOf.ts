import { Lexer } from 'yaml';

/** Stands before the text of a scalar in the lexer's tokens, so that `#` in it is no comment. */
const SCALAR = '\u001f';

/** The comments of a YAML text in their order, each without the spaces around it. */
export function commentsOf(text: string): string[] {
  const comments: string[] = [];
  let before = '';
  for (const token of new Lexer().lex(text)) {
    if (token.startsWith('#') && before !== SCALAR) {
      comments.push(token.trim());
    }
    before = token;
  }
  return comments;
}
