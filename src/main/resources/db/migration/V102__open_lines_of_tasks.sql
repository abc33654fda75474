-- What is still to be done of a task: the lines on which the agency has not said its word, and which no later task of the
-- same listing and agency names again. Lists of tasks and figures of them ask here.
create view task_open_line as
select t.id as task_id, line
from task t join task_content c on c.hash = t.content cross join unnest(c.keys) line
where not coalesce((select t.kind = 'APPLY' or l.result <> 'NOT_IMPLEMENTED'
                    from task_report r join task_report_line l on l.report_id = r.id
                    where r.task_id = t.id and task_line_key(l.measure, l.row_code, l.role) = line
                    order by r.turn desc limit 1), false)
  and not exists (select 1 from task n join task_content m on m.hash = n.content
                  where n.listing_id = t.listing_id and n.department = t.department
                    and n.number > t.number and line = any (m.keys));
