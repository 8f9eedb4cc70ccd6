import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import Tooltip from '@material-ui/core/Tooltip';
import DownIcon from '@material-ui/icons/ArrowDownward';
import UpIcon from '@material-ui/icons/ArrowUpward';
import RemoveIcon from '@material-ui/icons/DeleteOutline';
import { scorecardEditorTranslationRef } from '../translation';
import { useFormStyles } from './useFormStyles';

/** Moves a part of a list, or takes it away. */
export function RowButtons(props: {
  /** What it is called, for those who hear the buttons only. */
  name: string;
  at: number;
  /** Length of the list. */
  of: number;
  /** Absent where the order says nothing. */
  onMove?: (to: number) => void;
  onRemove: () => void;
}) {
  const { name, at, of, onMove, onRemove } = props;
  const { t } = useTranslationRef(scorecardEditorTranslationRef);
  const classes = useFormStyles();
  const button = (
    label: string,
    icon: JSX.Element,
    onClick: () => void,
    isPossible = true,
  ) => (
    <Tooltip title={label}>
      {/* A button that cannot be pressed shows no tooltip; the place around it does. */}
      <span>
        <IconButton
          size="small"
          aria-label={label}
          disabled={!isPossible}
          onClick={onClick}
        >
          {icon}
        </IconButton>
      </span>
    </Tooltip>
  );
  return (
    <span className={classes.buttons}>
      {onMove &&
        button(
          t('list.up', { name }),
          <UpIcon fontSize="small" />,
          () => onMove(at - 1),
          at > 0,
        )}
      {onMove &&
        button(
          t('list.down', { name }),
          <DownIcon fontSize="small" />,
          () => onMove(at + 1),
          at < of - 1,
        )}
      {button(
        t('list.remove', { name }),
        <RemoveIcon fontSize="small" />,
        onRemove,
      )}
    </span>
  );
}
