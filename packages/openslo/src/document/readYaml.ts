import {
  type Document,
  isScalar,
  LineCounter,
  parseAllDocuments,
  type ParsedNode,
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
    customTags: keepNumbersAsWritten,
  });
  // A text without any document is answered with an empty list that carries its errors.
  return { documents: Array.isArray(read) ? [...read] : [], lines };
}

/** Numbers are written back as they were: `99.90`, `1e3`, and those that a double cannot hold. */
function keepNumbersAsWritten(tags: Tags): Tags {
  return tags.map(tag => {
    if (typeof tag === 'string' || tag.collection || !isNumberTag(tag)) {
      return tag;
    }
    const scalarTag: ScalarTag = {
      ...tag,
      stringify: (item, context, onComment, onChompKeep) => {
        if (isScalar(item) && isSourceOf(item.source, item.value)) {
          return item.source;
        }
        return tag.stringify
          ? tag.stringify(item, context, onComment, onChompKeep)
          : String(item.value);
      },
    };
    return scalarTag;
  });
}

function isNumberTag({ tag }: ScalarTag): boolean {
  return /^tag:yaml\.org,2002:(int|float)$/.test(tag);
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
