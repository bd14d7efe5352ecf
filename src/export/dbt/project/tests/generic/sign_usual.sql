{# V005 #}
{% test sign_usual(model) %}
{{ config(severity=tieout.severity_of('V005'), enabled=tieout.is_on('V005'), meta={'rule': 'V005'}) }}
with named as (
  select *, {{ tieout.usual_sign('section', "coalesce(name, '')") }} as usual_sign
  from {{ ref('stg_line') }}
),
negative as (
  select statement_id, line_id, level, place from named where is_account and amount < 0
),
below as (
  {{ tieout.each_above('negative') }}
),
-- A group that reduces others has accounts of either sign.
reduced as (
  select a.statement_id, a.line_id, count(*) as reducers
  from below as a
  join named as g on g.statement_id = a.statement_id and g.place = a.place_above
  where g.level > 0 and g.usual_sign <> 1 and not (g.section = 'equity' and g.usual_sign = 0)
  group by a.statement_id, a.line_id
),
signed as (
  select l.*, c.is_reversed, coalesce(r.reducers, 0) as reducers
  from named as l
  join {{ model }} as m on m.statement_id = l.statement_id and m.line_id = l.line_id
  join {{ ref('statement_sign') }} as c on c.statement_id = l.statement_id
  left join reduced as r on r.statement_id = l.statement_id and r.line_id = l.line_id
)
select {{ tieout.failing(tieout.quoted('name') ~ " || ' is ' || " ~ tieout.shown('amount') ~ " || ', a sign that is unusual for ' || section", reported='amount') }}
from signed
where section in ('assets', 'liabilities', 'equity')
  and (section = 'assets' or is_reversed = 0)
  and ((amount > 0 and usual_sign = -1) or (amount < 0 and usual_sign = 1 and reducers = 0))
union all
select {{ tieout.failing("'what is owed is stated as negative'", line_id="cast(null as " ~ tieout.text_type() ~ ")", path="''") }}
from {{ ref('statement_sign') }}
where credits_negative = 1
{% endtest %}
