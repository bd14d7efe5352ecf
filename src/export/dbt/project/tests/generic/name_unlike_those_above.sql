{# S006 #}
{% test name_unlike_those_above(model) %}
{{ config(severity=tieout.severity_of('S006'), enabled=tieout.is_on('S006'), meta={'rule': 'S006'}) }}
with named as (
  select statement_id, line_id, level, place, name from {{ model }} where {{ tieout.trimmed('name') }} <> ''
),
below as (
  {{ tieout.each_above('named') }}
),
alike as (
  select b.statement_id, b.line_id
  from below as b
  join named as a on a.statement_id = b.statement_id and a.place = b.place_above and a.name = b.name
  group by b.statement_id, b.line_id
),
repeated as (
  select l.* from alike as x join {{ model }} as l on l.statement_id = x.statement_id and l.line_id = x.line_id
)
select {{ tieout.failing(tieout.quoted('name') ~ " || ' is named like a group that it stands in'", reported='amount') }}
from repeated
{% endtest %}
