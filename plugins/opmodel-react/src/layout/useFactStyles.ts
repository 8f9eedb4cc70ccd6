import { makeStyles } from '@material-ui/core/styles';

/**
 * The look of facts in sentences and lists.
 *
 * `text` is a sentence, `heading` stands above a part of a panel, `list` a list without bullets, `line` one row of it whose
 * parts wrap, `quiet` text that steps back.
 */
export const useFactStyles = makeStyles(theme => ({
  text: {
    margin: theme.spacing(0, 0, 1),
    fontSize: 13,
    lineHeight: '20px',
    color: theme.palette.text.primary,
    overflowWrap: 'anywhere',
  },
  quiet: {
    margin: theme.spacing(0, 0, 1),
    fontSize: 13,
    lineHeight: '20px',
    color: theme.palette.text.secondary,
    overflowWrap: 'anywhere',
  },
  heading: {
    margin: theme.spacing(1.5, 0, 0.5),
    fontSize: 12,
    lineHeight: '18px',
    fontWeight: 600,
    color: theme.palette.text.secondary,
  },
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    fontSize: 13,
    lineHeight: '20px',
    color: theme.palette.text.primary,
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1),
    padding: theme.spacing(0.5, 0),
    overflowWrap: 'anywhere',
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginTop: theme.spacing(1),
    '@media print': { display: 'none' },
  },
}));
