import Tooltip from '@material-ui/core/Tooltip';
import type { CSSProperties, ReactNode } from 'react';

/** Props of {@link Hint}. */
export interface HintProps {
  /** What is told on hover and on focus. */
  title: string;
  className?: string;
  style?: CSSProperties;
  children: ReactNode;
}

/** Text that tells more on hover and, since it takes the focus, to those who use the keyboard. */
export function Hint(props: HintProps) {
  const { title, className, style, children } = props;
  return (
    <Tooltip title={title} enterDelay={200}>
      {/* A tooltip that cannot be focused cannot be read without a mouse. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <span tabIndex={0} className={className} style={style}>
        {children}
      </span>
    </Tooltip>
  );
}
