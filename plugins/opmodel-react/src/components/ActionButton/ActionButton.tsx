import Button, { type ButtonProps } from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  root: { textTransform: 'none', '@media print': { display: 'none' } },
});

/** A small button whose words are a sentence, as all texts of these pages are; paper has no use for it. */
export function ActionButton(props: ButtonProps) {
  const classes = useStyles();
  return <Button size="small" {...props} classes={classes} />;
}
