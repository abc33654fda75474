-- A later task takes the place of an earlier one line by line. What makes a line one, its measure, row and role, is kept
-- beside the text that says it, derived from it and never by itself.
create function task_line_key(measure text, row_code text, role text) returns text
    language sql immutable strict parallel safe as $$
    select measure || ' ' || row_code || ' ' || role
$$;
create function task_line_keys(lines text) returns text[] language sql immutable strict parallel safe as $$
    select coalesce(array_agg((line ->> 'measure') || ' ' || (line ->> 'rowCode') || ' ' || (line ->> 'role')), '{}')
    from jsonb_array_elements(cast(lines as jsonb)) line
$$;
alter table task_content add column keys text[] not null generated always as (task_line_keys(lines)) stored;

-- Later tasks of the same listing and agency are found without those of the others.
create index task_listing_agency on task (listing_id, department, number);
drop index task_listing;
