import type { OpmodelState } from '../../palette/palette';

const SHAPES: Record<OpmodelState, JSX.Element> = {
  good: (
    <>
      <circle cx="8" cy="8" r="6.25" />
      <path d="M5.2 8.2l2 2 3.6-4" />
    </>
  ),
  attention: (
    <>
      <path d="M8 2.2l6.2 11.2H1.8z" />
      <path d="M8 6.6v3M8 11.4v.1" />
    </>
  ),
  bad: (
    <>
      <path d="M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4z" />
      <path d="M8 4.8v3.8M8 11v.1" />
    </>
  ),
  no_data: <circle cx="8" cy="8" r="6.25" strokeDasharray="2.6 2.3" />,
  exempt: (
    <path d="M8 1.8l5.2 1.9v3.9c0 3-2.1 5.4-5.2 6.6-3.1-1.2-5.2-3.6-5.2-6.6V3.7z" />
  ),
  error: (
    <>
      <path d="M4 6.2h8v2a4 4 0 01-8 0z" />
      <path d="M6 6V2.6M10 6V2.6M8 12.2v2.2" />
    </>
  ),
  thin: (
    <>
      <circle cx="8" cy="8" r="6.25" strokeDasharray="2.6 2.3" />
      <path d="M5.4 8h.1M8 8h.1M10.6 8h.1" strokeWidth="1.9" />
    </>
  ),
};

/** The shape of a state, in the colour of the text around it. It is decoration: the word beside it says the same. */
export function StateIcon(props: { state: OpmodelState; size?: number }) {
  const { state, size = 16 } = props;
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      style={{ flex: 'none' }}
    >
      {SHAPES[state]}
    </svg>
  );
}
