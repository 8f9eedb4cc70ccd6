import { MarkdownContent } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  text: {
    fontSize: 13,
    lineHeight: '20px',
    color: theme.palette.text.primary,
    overflowWrap: 'anywhere',
    '& h1, & h2, & h3, & h4': {
      fontSize: 14,
      lineHeight: '20px',
      margin: theme.spacing(1, 0, 0.5),
    },
    '& p': { margin: theme.spacing(0, 0, 1) },
    '& a': { textDecoration: 'underline' },
  },
}));

/** What people wrote, as Markdown; HTML in it is shown as the text that it is. */
export function MarkdownText(props: { text: string }) {
  const classes = useStyles();
  return (
    <div className={classes.text}>
      <MarkdownContent content={props.text} dialect="common-mark" />
    </div>
  );
}
