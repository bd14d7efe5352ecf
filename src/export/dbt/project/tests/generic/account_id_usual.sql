{# A003 #}
{% test account_id_usual(model) %}
{{ config(severity=tieout.severity_of('A003'), enabled=tieout.is_on('A003'), meta={'rule': 'A003'}) }}
with id as (
  select l.*, s.file_name
  from {{ model }} as l
  join {{ ref('stg_statement') }} as s on s.statement_id = l.statement_id
  where l.account_id is not null
),
look as (
  {{ tieout.looks('id') }}
),
form as (
  select
    file_name,
    look,
    mask,
    count(*) as ids,
    count(distinct account_id) as different
  from look
  group by file_name, look, mask
),
first_ids as (
  select file_name, look, mask, account_id,
    row_number() over (partition by file_name, look, mask order by min(statement_id), min(line_order)) as nth
  from look
  group by file_name, look, mask, account_id
),
named as (
  select file_name, look, mask,
    min(case when account_id like '% %' or not {{ tieout.matches('account_id', '[0-9]') }} then 1 else 0 end) as is_name
  from first_ids
  where nth <= 3
  group by file_name, look, mask
),
whole as (
  select file_name, count(*) as ids from id group by file_name
),
most as (
  select f.*, w.ids as of_ids, n.is_name,
    row_number() over (partition by f.file_name, f.look order by f.ids desc, f.mask desc) as nth
  from form as f
  join whole as w on w.file_name = f.file_name
  join named as n on n.file_name = f.file_name and n.look = f.look and n.mask = f.mask
),
-- The form that three ids and three quarters of all have; numbers that are counted up have none, nor have names.
usual as (
  select file_name, min(look) as look
  from most
  where nth = 1 and different >= 3 and ids * 4 >= of_ids * 3 and is_name = 0
    and not (look in (1, 2, 3) and {{ tieout.matches('mask', '^(9{1,3}|a{1,3}|h{1,3}|x{1,3})$') }})
  group by file_name
),
looked as (
  select i.*, f.different, m.ids as like_it, m.of_ids
  from id as i
  join usual as u on u.file_name = i.file_name
  join most as m on m.file_name = i.file_name and m.look = u.look and m.nth = 1
  left join look as k on k.statement_id = i.statement_id and k.line_id = i.line_id and k.look = u.look
  left join form as f on f.file_name = k.file_name and f.look = k.look and f.mask = k.mask
)
select {{ tieout.failing(
  "'the account id ' || " ~ tieout.quoted('account_id') ~ " || ' of ' || " ~ tieout.quoted('name') ~ " || ' is unlike the others: ' || cast(like_it as " ~ tieout.text_type() ~ ") || ' of ' || cast(of_ids as " ~ tieout.text_type() ~ ") || ' are alike'",
  reported='amount') }}
from looked
where coalesce(different, 0) < 3
{% endtest %}
