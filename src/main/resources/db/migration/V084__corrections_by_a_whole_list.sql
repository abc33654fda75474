-- A whole list that would end entries before their shortest time goes on only as a correction, and says so.
alter table feed_job add column correction boolean;
