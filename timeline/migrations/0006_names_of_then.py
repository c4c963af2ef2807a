"""What a frozen view is described with: the names of then. Those made before are described as today."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('timeline', '0005_changes_in_order'),
    ]

    operations = [
        migrations.AddField(
            model_name='sharedview',
            name='names',
            field=models.JSONField(default=dict, editable=False),
        ),
    ]
