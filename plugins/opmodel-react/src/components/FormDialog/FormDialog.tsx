import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import FormHelperText from '@material-ui/core/FormHelperText';
import { makeStyles } from '@material-ui/core/styles';
import { useId, type FormEvent, type ReactNode } from 'react';
import { useReducedMotion } from '../../chart/useReducedMotion';
import { opmodelTranslationRef } from '../../translation';
import { readableErrors } from './readableErrors';

const useStyles = makeStyles(theme => ({
  content: readableErrors(theme),
  fields: { display: 'grid', gap: theme.spacing(2) },
  button: { textTransform: 'none' },
}));

/** Props of {@link FormDialog}. */
export interface FormDialogProps {
  title: string;
  /** What the form will do. */
  text: string;
  submitLabel: string;
  running: boolean;
  /** Why it could not be sent; what was typed stays. */
  error?: Error;
  onSubmit: () => void;
  onClose: () => void;
  /** The fields. */
  children?: ReactNode;
}

/** A form that says what it will do and asks once. Focus returns to where it was when it closes. */
export function FormDialog(props: FormDialogProps) {
  const { title, text, submitLabel, running, error } = props;
  const { onSubmit, onClose, children } = props;
  const { t } = useTranslationRef(opmodelTranslationRef);
  const classes = useStyles();
  const still = useReducedMotion();
  const titleId = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      onClose={onClose}
      aria-labelledby={titleId}
      transitionDuration={still ? 0 : undefined}
    >
      <form onSubmit={submit} noValidate>
        <DialogTitle id={titleId}>{title}</DialogTitle>
        <DialogContent className={classes.content}>
          <DialogContentText>{text}</DialogContentText>
          <div className={classes.fields}>{children}</div>
          {error && (
            <FormHelperText error role="alert">
              {t('form.failed', { message: error.message })}
            </FormHelperText>
          )}
        </DialogContent>
        <DialogActions>
          <Button className={classes.button} onClick={onClose}>
            {t('form.cancel')}
          </Button>
          <Button
            type="submit"
            color="primary"
            variant="contained"
            className={classes.button}
            aria-disabled={running}
          >
            {submitLabel}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
