import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import FormHelperText from '@material-ui/core/FormHelperText';
import { ActionButton } from '@opmodel/backstage-plugin-opmodel-react';
import { useId, type FormEvent, type ReactNode } from 'react';

/** Props of {@link FormDialog}. */
export interface FormDialogProps {
  title: string;
  text: string;
  /** On the button that sends it, at rest and while it is on its way. */
  submit: string;
  submitting: string;
  cancel: string;
  running: boolean;
  /** Why the last attempt failed; what was typed stays. */
  error?: Error;
  onSubmit: () => void;
  onClose: () => void;
  children?: ReactNode;
}

/** A question that a person answers with a few fields. */
export function FormDialog(props: FormDialogProps) {
  const { title, text, submit, submitting, cancel } = props;
  const { running, error, onSubmit, onClose, children } = props;
  const titleId = useId();
  const textId = useId();
  const send = (event: FormEvent) => {
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
      aria-describedby={textId}
    >
      <form onSubmit={send} noValidate>
        <DialogTitle id={titleId}>{title}</DialogTitle>
        <DialogContent>
          <DialogContentText id={textId}>{text}</DialogContentText>
          {children}
          {error && (
            <FormHelperText error role="alert">
              {error.message}
            </FormHelperText>
          )}
        </DialogContent>
        <DialogActions>
          <ActionButton onClick={onClose}>{cancel}</ActionButton>
          <ActionButton
            type="submit"
            color="primary"
            variant="contained"
            aria-disabled={running}
          >
            {running ? submitting : submit}
          </ActionButton>
        </DialogActions>
      </form>
    </Dialog>
  );
}
