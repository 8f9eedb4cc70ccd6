import { Route, Routes } from 'react-router-dom';
import { CampaignDetailPage } from './CampaignDetailPage';
import { CampaignsPage } from './CampaignsPage';

/** The campaigns: all of them, and one. */
export function CampaignPages() {
  return (
    <Routes>
      <Route path="/" element={<CampaignsPage />} />
      <Route path="/:campaignId" element={<CampaignDetailPage />} />
    </Routes>
  );
}
