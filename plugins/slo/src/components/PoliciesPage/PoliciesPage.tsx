import { Navigate, Route, Routes } from 'react-router-dom';
import { PolicyDetail } from './PolicyDetail';
import { PolicyList } from './PolicyList';

/** The list of error budget policies, and one of them. */
export function PoliciesPage() {
  return (
    <Routes>
      <Route path="/" element={<PolicyList />} />
      <Route path=":namespace/:name" element={<PolicyDetail />} />
      <Route path="*" element={<Navigate to=".." replace />} />
    </Routes>
  );
}
