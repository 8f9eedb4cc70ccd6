import { makeStyles } from '@material-ui/core/styles';
import type { FlowExplanation } from '@opmodel/backstage-plugin-opmodel-common';
import { NO_VALUE, useFormats } from '@opmodel/backstage-plugin-opmodel-react';

type Figure = FlowExplanation['figures'][number];

const useStyles = makeStyles(theme => ({
  figures: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: '1fr max-content',
    gap: theme.spacing(0.5, 2),
    '& dd': {
      margin: 0,
      textAlign: 'right',
      fontVariantNumeric: 'tabular-nums',
    },
  },
}));

/** This case's figures, in the order in which the formula takes them. */
export function ExplanationFigures(props: { figures: Figure[] }) {
  const classes = useStyles();
  const show = useFigureFormat();
  return (
    <dl className={classes.figures}>
      {props.figures.map(figure => (
        // A figure is a term and its value side by side.
        <div key={figure.label} style={{ display: 'contents' }}>
          <dt>{words(figure.label)}</dt>
          <dd>{show(figure)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The label of a figure is its name in the API: `items-completed`. */
function words(label: string): string {
  const spaced = label.replace(/[-_:]/g, ' ');
  return spaced.charAt(0).toLocaleUpperCase('en-US') + spaced.slice(1);
}

function useFigureFormat(): (figure: Figure) => string {
  const formats = useFormats();
  return ({ value, unit }) => {
    if (value === null) {
      return NO_VALUE;
    }
    switch (unit) {
      case 'seconds':
        return formats.duration(value);
      case 'ratio':
        return formats.share(value);
      case 'per-week':
        return formats.rate(value);
      case 'count':
      case 'rank':
        return formats.count(value);
      default:
        return `${formats.decimal(value)} ${unit.replace(/-/g, ' ')}`;
    }
  };
}
