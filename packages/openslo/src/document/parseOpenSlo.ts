import { type OpenSloParse, Reading, reasonOf } from './Reading';
import { readYaml, type YamlText } from './readYaml';

/**
 * Reads YAML or JSON: one document or several, or a list of them. It never throws for what the text says.
 *
 * @param options.file - repeated in problems
 */
export function parseOpenSlo(
  text: string,
  options: { file?: string } = {},
): OpenSloParse {
  const reading = new Reading(options.file);
  let yaml: YamlText;
  try {
    yaml = readYaml(text);
  } catch (error) {
    reading.refuse('syntax', reasonOf(error), { line: 1, column: 1 });
    return reading;
  }
  for (const document of yaml.documents) {
    reading.take(document, yaml.lines);
  }
  return reading;
}
