import { Route, Routes } from 'react-router-dom';
import { DraftsPage, NewDraftPage } from '../drafts';
import { EditorPage } from './EditorPage';

/** The drafts: all that somebody may edit, a new one, and the editor of one. */
export function DraftPages() {
  return (
    <Routes>
      <Route path="/" element={<DraftsPage />} />
      <Route path="/new" element={<NewDraftPage />} />
      <Route path="/:draftId" element={<EditorPage />} />
    </Routes>
  );
}
