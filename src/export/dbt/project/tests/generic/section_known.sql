{# S002 #}
{% test section_known(model) %}
{{ config(severity=tieout.severity_of('S002'), enabled=tieout.is_on('S002'), meta={'rule': 'S002'}) }}
select {{ tieout.failing(tieout.quoted('name') ~ " || ' has amounts outside assets, liabilities and equity'", reported='amount') }}
from {{ model }}
where level = 0 and section not in ('assets', 'liabilities', 'equity', 'debits', 'credits')
{% endtest %}
