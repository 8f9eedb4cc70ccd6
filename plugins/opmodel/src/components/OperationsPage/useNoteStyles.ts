import { makeStyles } from '@material-ui/core/styles';

/** Small texts beside tables and tiles: `note` within a padded place, `flush` within a panel without inner space. */
export const useNoteStyles = makeStyles(theme => ({
  note: {
    margin: 0,
    fontSize: 13,
    lineHeight: '20px',
    color: theme.palette.text.secondary,
    overflowWrap: 'anywhere',
  },
  flush: { padding: theme.spacing(0.5, 2, 1.5) },
  /** A second line within a cell, which may wrap. */
  line: {
    display: 'block',
    maxWidth: '64ch',
    minWidth: 240,
    fontSize: 12,
    lineHeight: '18px',
    fontWeight: 400,
    whiteSpace: 'normal',
    overflowWrap: 'anywhere',
    color: theme.palette.text.secondary,
  },
  /** An identifier of any length within a cell, cut where it is long. */
  id: {
    display: 'inline-block',
    maxWidth: 220,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    verticalAlign: 'bottom',
    fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
    fontSize: 12,
  },
  /** Text of any length within a cell. */
  words: {
    display: 'block',
    minWidth: 240,
    maxWidth: '64ch',
    whiteSpace: 'normal',
    overflowWrap: 'anywhere',
  },
}));
