import { useOpmodelPalette } from '@opmodel/backstage-plugin-opmodel-react';

/** The text of a field with a part of it underlined, to lie behind the field: what is wrong is shown where it is. */
export function MarkedText(props: {
  text: string;
  /** Undefined: nothing is wrong. */
  range: { from: number; to: number } | undefined;
  className: string;
}) {
  const { text, range, className } = props;
  const palette = useOpmodelPalette();
  // At the end of the text there is nothing to underline but the place behind it.
  const from = Math.min(range?.from ?? text.length, text.length);
  const to = Math.max(range?.to ?? from, range ? from + 1 : from);
  return (
    <div aria-hidden="true" className={className}>
      {text.slice(0, from)}
      {range && (
        <span
          data-testid="fault"
          style={{
            textDecoration: `underline wavy ${palette.states.bad.mark}`,
            textDecorationSkipInk: 'none',
          }}
        >
          {text.slice(from, to) || '\u00a0'}
        </span>
      )}
      {text.slice(to)}
      {/* A line break at the end would have no height without something behind it. */}
      {'\u200b'}
    </div>
  );
}
