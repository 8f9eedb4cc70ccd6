import { makeStyles } from '@material-ui/core/styles';
import { useDenseTableStyles } from '@opmodel/backstage-plugin-opmodel-react';
import { useId, type ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  caption: {
    margin: 0,
    padding: theme.spacing(0, 2, 1),
    fontSize: 12,
    lineHeight: '18px',
    color: theme.palette.text.secondary,
  },
  top: { paddingTop: theme.spacing(1.25) },
}));

/** Props of {@link CaptionedTable}. */
export interface CaptionedTableProps {
  /** What the rows are and how they are ordered, in one sentence; also the table's name. */
  caption: ReactNode;
  /** True where no title stands above the caption. */
  untitled?: boolean;
  /** Head and body. */
  children: ReactNode;
}

/** A dense table below a caption that stays in place when the table is scrolled sideways. */
export function CaptionedTable(props: CaptionedTableProps) {
  const { caption, untitled, children } = props;
  const classes = useStyles();
  const table = useDenseTableStyles();
  const captionId = useId();
  return (
    <>
      <p
        id={captionId}
        className={`${classes.caption} ${untitled ? classes.top : ''}`}
      >
        {caption}
      </p>
      <div
        className={table.scroll}
        role="group"
        aria-labelledby={captionId}
        // A region that scrolls must be reachable by keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <table className={table.table} aria-labelledby={captionId}>
          {children}
        </table>
      </div>
    </>
  );
}
