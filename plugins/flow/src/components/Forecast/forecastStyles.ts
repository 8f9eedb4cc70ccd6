import { makeStyles } from '@material-ui/core/styles';

/** What the parts of the forecast share. */
export const useForecastStyles = makeStyles(theme => ({
  heading: {
    margin: theme.spacing(2.5, 0, 0.5),
    fontSize: 13,
    lineHeight: '20px',
    fontWeight: 600,
    color: theme.palette.text.primary,
  },
  text: {
    margin: theme.spacing(0, 0, 1.5),
    fontSize: 12,
    lineHeight: '18px',
    color: theme.palette.text.secondary,
  },
  note: {
    margin: theme.spacing(1, 0),
    fontSize: 12,
    lineHeight: '18px',
    color: theme.palette.text.secondary,
  },
}));
