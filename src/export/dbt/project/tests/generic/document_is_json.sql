{# J001 #}
{% test document_is_json(model) %}
{{ config(severity=tieout.severity_of('J001'), enabled=tieout.is_on('J001'), meta={'rule': 'J001'}) }}
select
  cast(null as integer) as statement_id,
  cast(null as {{ tieout.text_type() }}) as line_id,
  file_name as path,
  'this is no JSON object' as says
from {{ model }}
where not is_object
{% endtest %}
