/** Words that YAML takes for something else than text, in one of its versions. */
const WORDS = /^(y|n|yes|no|on|off|true|false|null|nan|inf)$/i;

const PLAIN = /^[A-Za-z][A-Za-z0-9_./-]*$/;

/** Characters that YAML wants to be escaped, and JSON does not. */
const UNPRINTABLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/**
 * Writes objects, lists, texts, numbers and booleans as YAML, several documents divided by `---`. Queries stay readable: a text with
 * quotation marks is written as a block. For tens of thousands of rules a general library takes a minute.
 */
export function toYaml(documents: readonly object[]): string {
  return documents
    .map(document => `${writeAfterKey(document, '').replace(/^\s+/, '')}\n`)
    .join('---\n');
}

/** What follows a key and its colon, with the space or the line break before it. */
function writeAfterKey(value: unknown, indent: string): string {
  if (Array.isArray(value)) {
    return value.length === 0
      ? ' []'
      : value
          .map(item => `\n${indent}-${writeAfterDash(item, indent)}`)
          .join('');
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, it]) => it !== undefined);
    return entries.length === 0
      ? ' {}'
      : entries
          .map(
            ([key, it]) =>
              `\n${indent}${writeWord(key)}:${writeAfterKey(
                it,
                `${indent}  `,
              )}`,
          )
          .join('');
  }
  return ` ${writeScalar(value, indent)}`;
}

/** The first key of an object stands on the line of the dash. */
function writeAfterDash(item: unknown, indent: string): string {
  return writeAfterKey(item, `${indent}  `).replace(/^\n\s*/, ' ');
}

function writeScalar(value: unknown, indent: string): string {
  if (typeof value !== 'string') {
    return `${value}`;
  }
  return isBlock(value)
    ? `|-\n${indent}${value.split('\n').join(`\n${indent}`)}`
    : writeWord(value);
}

/** Whether a text is easier to read as a block, and stays what it is there. */
function isBlock(text: string): boolean {
  return (
    /["\\\n]/.test(text) &&
    !/^\s|\s$|\n\s|[^\S\n ]/.test(text) &&
    // eslint-disable-next-line no-control-regex
    !/[\u0000-\u0009\u000b-\u001f]/.test(text) &&
    text.search(UNPRINTABLE) < 0 &&
    // Half of a pair.
    !/[\ud800-\udfff]/u.test(text)
  );
}

function writeWord(text: string): string {
  return PLAIN.test(text) && !WORDS.test(text)
    ? text
    : JSON.stringify(text).replace(
        UNPRINTABLE,
        it => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
}
