{# S009 #}
{% test names_told_apart(model) %}
{{ config(severity=tieout.severity_of('S009'), enabled=tieout.is_on('S009'), meta={'rule': 'S009'}) }}
with spelled as (
  select statement_id, {{ tieout.letters('name') }} as letters, name, min(line_order) as first_line
  from {{ model }}
  where level > 0 and {{ tieout.letters('name') }} <> ''
  group by 1, 2, 3
),
further as (
  select *, row_number() over (partition by statement_id, letters order by first_line) as nth from spelled
),
alike as (
  select l.* from further as f
  join {{ model }} as l on l.statement_id = f.statement_id and l.line_order = f.first_line
  where f.nth > 1
)
select {{ tieout.failing(tieout.quoted('name') ~ " || ' is nearly the name of another line'", reported='amount') }}
from alike
{% endtest %}
