import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    maxHeight: 240,
    overflowY: 'auto',
    paddingLeft: theme.spacing(0.5),
  },
}));

/** Several of a few things to choose. What is chosen and not offered any more stays to be taken away. */
export function CheckboxList(props: {
  label: string;
  choices: ReadonlyArray<{ id: string; label: string }>;
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}) {
  const { label, choices, chosen, onChange } = props;
  const classes = useStyles();
  const gone = chosen.filter(id => choices.every(choice => choice.id !== id));
  return (
    <div role="group" aria-label={label} className={classes.list}>
      {[...choices, ...gone.map(id => ({ id, label: id }))].map(choice => (
        <FormControlLabel
          key={choice.id}
          label={choice.label}
          control={
            <Checkbox
              size="small"
              color="primary"
              checked={chosen.includes(choice.id)}
              onChange={(_, isChosen) =>
                onChange(
                  isChosen
                    ? [...chosen, choice.id]
                    : chosen.filter(id => id !== choice.id),
                )
              }
            />
          }
        />
      ))}
    </div>
  );
}
