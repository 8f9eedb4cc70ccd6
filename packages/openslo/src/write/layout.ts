import type { ToStringOptions } from 'yaml';

/** How YAML is set: two spaces, also before the dash of a list, and no folded lines. */
export const yamlLayout: ToStringOptions = {
  indent: 2,
  indentSeq: true,
  lineWidth: 0,
  minContentWidth: 0,
};
