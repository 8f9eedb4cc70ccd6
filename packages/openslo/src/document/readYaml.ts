import {
  type Document,
  isScalar,
  LineCounter,
  parseAllDocuments,
  type ParsedNode,
  Scalar,
  type ScalarTag,
  type Tags,
} from 'yaml';

/** The documents of a text with where their lines begin. */
export interface YamlText {
  documents: Document.Parsed<ParsedNode>[];
  lines: LineCounter;
}

/**
 * Reads a text, and takes in what is wrong with it.
 *
 * @throws RangeError when it is nested too deeply
 */
export function readYaml(text: string): YamlText {
  const lines = new LineCounter();
  const read = parseAllDocuments(text, {
    lineCounter: lines,
    // Kubernetes tools know `<<`, although YAML 1.2 has dropped it.
    merge: true,
    prettyErrors: false,
    // Nothing is written to the console of whoever uses this.
    logLevel: 'error',
    customTags: tags => tags.map(keepAsWritten),
  });
  // A text without any document is answered with an empty list that carries its errors.
  return { documents: Array.isArray(read) ? [...read] : [], lines };
}

/** Lines of folded text are no longer than this, as no other line is folded at all. */
const FOLDED_WIDTH = 80;

/** Makes scalars be written back as they were, where the library would set them otherwise. */
function keepAsWritten(tag: Tags[number]): Tags[number] {
  if (typeof tag === 'string' || tag.collection || !tag.stringify) {
    return tag;
  }
  const { stringify } = tag;
  const kept: ScalarTag = {
    ...tag,
    stringify: (item, context, onComment, onChompKeep) => {
      // Numbers such as 99.90, 1e3, and those that a double cannot hold.
      if (isScalar(item) && isSourceOf(item.source, item.value)) {
        return item.source;
      }
      const isFolded = isScalar(item) && item.type === Scalar.BLOCK_FOLDED;
      const options = { ...context.options, lineWidth: FOLDED_WIDTH };
      return stringify(
        item,
        isFolded ? { ...context, options } : context,
        onComment,
        onChompKeep,
      );
    },
  };
  return kept;
}

function isSourceOf(
  source: string | undefined,
  value: unknown,
): source is string {
  return (
    source !== undefined &&
    source !== '' &&
    typeof value === 'number' &&
    Number(source) === value
  );
}
