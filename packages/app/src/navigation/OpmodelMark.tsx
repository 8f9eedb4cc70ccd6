import { type SVGProps } from 'react';

/**
 * The mark: a ring, the whole organisation, and in it a line that runs up,
 * down and up again, the "m" of its numbers. Drawn in the current text colour
 * with one accent, so that it reads on any background.
 */
export const OpmodelMark = (
  props: SVGProps<SVGSVGElement> & { accent: string },
) => {
  const { accent, ...svgProps } = props;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox="0 0 32 32"
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      {...svgProps}
    >
      <circle cx="16" cy="16" r="13" stroke="currentColor" strokeWidth="3" />
      <path
        d="M9 20.5 12.5 12 16 18l3.5-6 3.5 8.5"
        stroke={accent}
        strokeWidth="3"
      />
    </svg>
  );
};
