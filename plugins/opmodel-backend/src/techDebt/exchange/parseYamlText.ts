import { parseAllDocuments } from 'yaml';

/** The longest YAML that is read. Characters; 5,000 items of a thousand. */
const MAX_LENGTH = 5_000_000;

/** What a text says, or why it cannot be read. */
export type ParsedYaml = { value: unknown } | { problem: string };

/** Reads one document of YAML. Aliases that would make much of little are refused; nothing of the text is repeated. It never throws. */
export function parseYamlText(text: string): ParsedYaml {
  if (text.length > MAX_LENGTH) {
    return { problem: `must have at most ${MAX_LENGTH} characters` };
  }
  const documents = parseAllDocuments(text, { prettyErrors: false });
  const [document] = documents;
  if (documents.length !== 1 || !document) {
    return { problem: 'must be one document of YAML' };
  }
  const [error] = document.errors;
  if (error) {
    const line = text.slice(0, error.pos[0]).split('\n').length;
    return { problem: `must be YAML; line ${line} is none (${error.code})` };
  }
  try {
    return { value: document.toJS({ maxAliasCount: 100 }) };
  } catch {
    return { problem: 'must not repeat its parts' };
  }
}
