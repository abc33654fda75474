-- Who merged or separated two subjects, and by which document.
alter table subject_merge add column department text;
alter table subject_merge add column document_number text;
alter table subject_merge add column recorded_at timestamptz;

-- The subject and all that are one with it now; of the rows about a pair the newest counts.
create function one_with(subject uuid) returns table (id uuid) language sql stable rows 1 as $$
    with recursive same(id) as (
        select subject
        union
        select case when m.one = s.id then m.other else m.one end
        from same s join lateral (
            select distinct on (least(one, other), greatest(one, other)) one, other, joined
            from subject_merge where one = s.id or other = s.id
            order by least(one, other), greatest(one, other), known_at desc
        ) m on m.joined
    )
    select same.id from same
$$;

-- The subject and all that ever were one with it: whom decisions were about that rest on its entries.
create function ever_one_with(subject uuid) returns table (id uuid) language sql stable rows 1 as $$
    with recursive same(id) as (
        select subject
        union
        select case when m.one = s.id then m.other else m.one end
        from same s join subject_merge m on (m.one = s.id or m.other = s.id) and m.joined
    )
    select same.id from same
$$;
